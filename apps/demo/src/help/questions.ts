export const questions: readonly (readonly [question: string, answer: string])[] = [
  [
    'How do you send a plant?',
    'In a box with a collar around the pot, from Monday to Wednesday, so that no plant spends a weekend in a depot.',
  ],
  [
    'It arrived damaged. What now?',
    'Send us a picture within two weeks. We send another plant, and you keep the first: most of them recover.',
  ],
  [
    'When should I repot?',
    'When roots show at the bottom, or water runs straight through. Spring is best. Go up one pot size, no more.',
  ],
  [
    'Which plants are safe for cats?',
    'The Boston fern, the Chinese money plant and the calathea. Every product page says so.',
  ],
]
