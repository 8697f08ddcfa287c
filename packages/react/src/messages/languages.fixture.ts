import { translations } from '../locales/all.fixture.ts'
import { english } from '../locales/english.fixture.ts'
import type { Messages } from './messages.ts'

/** Every language that is tried on tools which answer banners for people, by its BCP 47 tag. */
export const languages: readonly (readonly [tag: string, Messages])[] = [['en', english], ...translations]
