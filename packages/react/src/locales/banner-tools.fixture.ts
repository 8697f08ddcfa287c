/**
 * The words by which DuckDuckGo's autoconsent 16.23.0 (August 2026) takes a button for a refusal, an agreement or a mere
 * "seen", read from its `lib/heuristic-patterns.ts`; it tries the words of all its languages on every page.
 */
const refusals: Readonly<Record<string, RegExp>> = {
  en: /^(?:no, )?(?:i )?(?:reject|deny|refuse|decline|disable|disagree|opt[ -]out|do not accept)|^no$|no,? thank|without (?:accept|agree|consent)|^withdraw consent$/,
  nl: /weiger|afwijz|verwerp|^wijs .* af$|^(?:alleen|enkel) .*(?:noodzakelijk|functione)|^nee\b|liever niet|niet a(?:ccepteren|kkoord)/,
  fr: /(?:^|\s)(?:refus|rejet|interdi|déclin)|uniquement|seulement|sans accepter|ne pas accepter|^non(?:,? merci)?$/,
  de: /ablehnen|verweiger|^nur (?:notwendig|erforderlich|essenziell)|\bohne (?:einwilligung|zustimmung)|nicht zustimmen|^nein,/,
  it: /(?:^|\s)(?:rifiut|neg(?:a|are|hi)\b)|senza accettare|non accetto/,
  pt: /^(?:rejeitar|recusar|desativar|bloquear|negar|não aceit)|sem aceitar/,
  es: /(?:^|\s)(?:rechaz|deneg|negar|declin)|^no (?:acept|consentir|permitir)|^no,? gracias|sin aceptar/,
  sv: /(?:^|\s)(?:avvisa|avböj|neka|förneka)|(?:bara|endast) nödvändig|utan att/,
  pl: /odrzu|odmaw|rezygnuj|blokuj wszystk|^tylko (?:niezbędn|wymagan)|nie (?:akceptuj|zgadzam|zezwalaj)|^nie$|nie dziękuję/,
  tr: /^(?:çerezleri )?reddet$/,
}

const agreements =
  /^(?:yes, )?(?:i )?(?:accept|agree|allow|consent|enable)(?: all| cookies)?$|^(?:alle[sn]? |ich )?(?:akzeptieren|annehmen|zustimmen|zulassen|erlauben|aktivieren)$|^(?:ja, )?(?:alles? )?(?:accepteren|toestaan|aanvaarden|akkoord)$|^(?:oui, )?(?:tout )?(?:accepter|autoriser)(?: tout)?$|^(?:aceptar|permitir|consentir)(?: todo)?$|^(?:accetta|aceitar|souhlasím|akceptuję|zezwól|zgoda|tak|принять|kabul et)$/

const seen =
  /^(?:close|dismiss|schließen|sluiten|fermer|cerrar|zamknij|ok|okay|understood|got it|verstanden|compris|begrepen|entendido|rozumiem|continue|continuer|continuar|doorgaan|confirm|bestätigen|bevestigen|confirmar|potwierdź|понятно)$/

/** Some of the phrases that make it look at a fixed or modal part of the page at all. */
export const triggers =
  /cookie|accept all|reject all|tout refuser|je refuse|votre.*consentement|consentement.*à.*tout.*moment|alles? .*ablehnen|(?:nur|nicht) .*(?:funktionale|notwendige|erforderliche).*(?:akzeptieren|erlauben|ablehnen)|sie.*können.*ihre.*auswahl|alles .*weigeren|alleen.*noodzakelijk|store .*information .*device/i

/** The languages whose banners it knows both to find and to refuse. */
export const answered: readonly string[] = ['de', 'es', 'es-419', 'fr', 'it', 'nl', 'pl', 'pt', 'pt-BR']

/** The phrase by which it finds each of those. */
export const found: Readonly<Record<string, RegExp>> = {
  de: /alles? .*ablehnen/i,
  es: /utilizar .{0,20}cookie/i,
  'es-419': /utilizar .{0,20}cookie/i,
  fr: /tout refuser/i,
  it: /usiamo.{0,20}cookie/i,
  nl: /alles .*weigeren/i,
  pl: /korzysta.{0,80} plików cookie/i,
  pt: /utilizar .{0,20}cookie/i,
  'pt-BR': /utilizar .{0,20}cookie/i,
}

/** What it takes a button for. */
export function takenFor(label: string): 'refusal' | 'agreement' | 'seen' | null {
  const text = label.toLowerCase()
  if (Object.values(refusals).some((words) => words.test(text))) return 'refusal'
  if (agreements.test(text)) return 'agreement'
  return seen.test(text) ? 'seen' : null
}
