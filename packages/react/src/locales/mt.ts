import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'L-għażliet tal-privatezza tiegħek',
  bannerText:
    'Servizzi ta’ kumpaniji oħra ({count}) jistgħu jaħżnu data fuq it-tagħmir tiegħek u jirċievu data dwarek. Tista’ tbiddel fehmtek meta trid taħt “Għażliet tal-privatezza”.',
  bannerNew: 'Ġodda minn meta ddeċidejt: {names}.',
  acceptAll: 'Aċċetta kollox',
  rejectAll: 'Irrifjuta kollox',
  choose: 'Agħżel',
  chatStart: 'Ibda ċ-chat',
  chatUnavailable: 'Iċ-chat ma jistax jinfetaħ bħalissa.',
  preferences: 'Għażliet tal-privatezza',
  signalShort: 'sinjal tal-privatezza rispettat',
  preferencesFailed: 'L-għażliet tal-privatezza ma nfetħux. Iċċekkja l-konnessjoni tiegħek u erġa’ pprova.',
  frameShow: 'Uri “{title}”',
  frameFailed:
    '{name} ma tgħabbiex. Xi ħaġa f’dan il-brawżer, f’dan in-netwerk jew fl-issettjar ta’ dan is-sit qed timblukkah.',
  frameProvider: '{operator} jipprovdi dan. Jitgħabba biss jekk tippermettih.',
  frameAllow: 'Ippermetti {name}',
  frameRemoved:
    '{name} tneħħa minn din il-paġna. Dak li jżomm fuq is-sit tiegħu stess, din il-paġna ma tistax tħassru.',
}

export const later = () => [import('./mt-chat.ts'), import('./mt-preferences.ts'), import('./mt-record.ts')] as const
