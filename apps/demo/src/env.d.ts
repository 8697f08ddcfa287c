/** With these set, the demo loads the real service of that account. */
interface ImportMetaEnv {
  readonly VITE_KAYAKO_SUBDOMAIN?: string
  readonly VITE_KUSTOMER_KEY?: string
  readonly VITE_KUSTOMER_BRAND?: string
}
