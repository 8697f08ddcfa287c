import type { Film } from '../films/plant-film.tsx'
import bostonFern from './pictures/boston-fern.svg'
import bunnyEarCactus from './pictures/bunny-ear-cactus.svg'
import calathea from './pictures/calathea.svg'
import monstera from './pictures/monstera.svg'
import pilea from './pictures/pilea.svg'
import rubberPlant from './pictures/rubber-plant.svg'
import snakePlant from './pictures/snake-plant.svg'
import stringOfPearls from './pictures/string-of-pearls.svg'

export interface Plant {
  readonly slug: string
  readonly name: string
  readonly botanical: string
  readonly pence: number
  readonly picture: string
  /** What the picture shows, for those who do not see it. */
  readonly alt: string
  readonly summary: string
  readonly about: string
  readonly light: string
  readonly water: string
  readonly size: string
  readonly pets: string
  readonly film?: Film
}

export const plants: readonly Plant[] = [
  {
    slug: 'monstera',
    name: 'Swiss cheese plant',
    botanical: 'Monstera deliciosa',
    pence: 3400,
    picture: monstera,
    alt: 'Large split leaves with holes, in a terracotta pot',
    summary: 'Big, split leaves that open a little wider each year.',
    about:
      'A climber from the rainforest floor that takes a room in its stride. Young leaves are whole; the holes come with age and light. Give it a pole once it leans.',
    light: 'Bright, out of direct sun',
    water: 'When the top 3 cm are dry',
    size: '60 cm tall, 17 cm pot',
    pets: 'Harmful to cats and dogs if chewed',
    film: {
      id: 'tendril-leaf',
      title: 'A leaf opens',
      text: 'Five days in one minute: a new leaf unrolls, pale and whole, then darkens and splits along its veins.',
    },
  },
  {
    slug: 'snake-plant',
    name: 'Snake plant',
    botanical: 'Dracaena trifasciata',
    pence: 2200,
    picture: snakePlant,
    alt: 'Upright sword-shaped leaves with yellow edges, in a white pot with blue lines',
    summary: 'Upright, patient, and happiest when forgotten.',
    about:
      'It stores water in its leaves, so most of them die of kindness rather than thirst. Stands in a dim corner, grows faster in a bright one.',
    light: 'Anything but full sun',
    water: 'Every three weeks, less in winter',
    size: '50 cm tall, 14 cm pot',
    pets: 'Harmful to cats and dogs if chewed',
  },
  {
    slug: 'boston-fern',
    name: 'Boston fern',
    botanical: 'Nephrolepis exaltata',
    pence: 1800,
    picture: bostonFern,
    alt: 'A fountain of feathery fronds, in a grey-green pot',
    summary: 'A fountain of fronds for a bathroom with a window.',
    about:
      'It wants what a bathroom has: soft light and damp air. Brown tips mean the air is too dry, not that you have failed. Cut them off and mist it.',
    light: 'Soft, from the side',
    water: 'Keep it evenly moist',
    size: '45 cm tall, 15 cm pot',
    pets: 'Safe for cats and dogs',
  },
  {
    slug: 'string-of-pearls',
    name: 'String of pearls',
    botanical: 'Curio rowleyanus',
    pence: 1600,
    picture: stringOfPearls,
    alt: 'Long strings of round green beads over the edge of a hanging bowl',
    summary: 'Green beads that spill over the edge of a shelf.',
    about:
      'Each pearl is a leaf, rounded to lose as little water as it can. Hang it where its top gets light as well; strands that stay in the shade go bald.',
    light: 'Bright, a little morning sun',
    water: 'When the pearls begin to wrinkle',
    size: '40 cm long, with bowl and cord',
    pets: 'Harmful to cats and dogs if chewed',
  },
  {
    slug: 'pilea',
    name: 'Chinese money plant',
    botanical: 'Pilea peperomioides',
    pence: 1400,
    picture: pilea,
    alt: 'Many round leaves on thin stalks, in a yellow pot',
    summary: 'Round leaves on thin stalks, and pups to give away.',
    about:
      'It turns towards the window, so turn it back once a week. Small plants come up around it: cut one off with a bit of root, and you have a present.',
    light: 'Bright, out of direct sun',
    water: 'When the pot feels light',
    size: '30 cm tall, 13 cm pot',
    pets: 'Safe for cats and dogs',
  },
  {
    slug: 'rubber-plant',
    name: 'Rubber plant',
    botanical: 'Ficus elastica',
    pence: 3900,
    picture: rubberPlant,
    alt: 'A stem with large dark leaves and a red tip, in a slate-grey pot',
    summary: 'Dark, polished leaves on a tree of its own.',
    about:
      'A tree that agrees to live indoors. New leaves arrive rolled up in a red sheath. Wipe the old ones now and then: dust is shade.',
    light: 'Bright, steady, away from draughts',
    water: 'Weekly, when the top is dry',
    size: '80 cm tall, 19 cm pot',
    pets: 'Its sap irritates; keep pets away',
  },
  {
    slug: 'bunny-ear-cactus',
    name: 'Bunny ear cactus',
    botanical: 'Opuntia microdasys',
    pence: 1200,
    picture: bunnyEarCactus,
    alt: 'Flat green pads with rows of pale dots and two orange flowers, in a terracotta pot',
    summary: 'Polka dots, sun, and no questions asked.',
    about:
      'The dots look like velvet and are not: each is a tuft of fine barbed hairs. Move it with folded newspaper. After a cool, dry winter it may flower.',
    light: 'The sunniest sill you have',
    water: 'Monthly in summer, hardly in winter',
    size: '25 cm tall, 12 cm pot',
    pets: 'Not poisonous, but its hairs hurt',
  },
  {
    slug: 'calathea',
    name: 'Calathea',
    botanical: 'Goeppertia orbifolia',
    pence: 2600,
    picture: calathea,
    alt: 'Broad round leaves with silver stripes, in a pale pink pot',
    summary: 'Silver stripes that rise and fall with the day.',
    about:
      'Its leaves lift in the evening and lower in the morning; you can hear them if the room is quiet. Likes rainwater, shade, and not to be moved.',
    light: 'Shade or soft light',
    water: 'Keep it moist, with soft water',
    size: '45 cm tall, 15 cm pot',
    pets: 'Safe for cats and dogs',
  },
]
