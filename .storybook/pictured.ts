/** Stories that are compared with pictures, and what of the page is in them. */
export const pictured: Readonly<Record<string, string>> = {
  'banner--first-visit': '[data-askfirst=banner]',
  'preferences--opened': '[data-askfirst=preferences]',
  'gated-chat-kayako--asking': '[data-askfirst=panel]',
  'gated-chat-kayako--failed-blocked': '[data-askfirst=panel]',
  'gated-chat-kayako--withdrawn-with-remains': '[data-askfirst=panel]',
  'gated-frame--not-asked': '[data-askfirst=frame]',
}
