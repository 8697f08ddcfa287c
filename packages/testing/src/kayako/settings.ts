import type { KayakoSwitches } from './switches.ts'

/** What `messenger/settings/current` answers; field names as in the vendor's API documentation (facts 1.2). */
export function kayakoSettings({ hideLauncher = false }: KayakoSwitches) {
  return {
    status: 200,
    resource: 'messenger_settings',
    data: {
      brand: { id: 1, name: 'Acme' },
      reply_time_expectation: 'FEW_MINS',
      home_titles: [{ locale: 'en-us', translation: 'Acme support' }],
      home_subtitles: [{ locale: 'en-us', translation: 'Ask us anything about your order.' }],
      businesshour: { id: 1, title: 'Always open' },
      metadata: {
        widgets: { presence: { enabled: true }, twitter: { enabled: false }, articles: { enabled: false } },
        styles: { primaryColor: '#14594a' },
        // The public name of the field is not known; the loader is known to read `_settings.hideLauncher`.
        hideLauncher,
      },
    },
  }
}
