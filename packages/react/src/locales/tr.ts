import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Gizlilik seçimleriniz',
  bannerText:
    'Başka şirketlerin hizmetleri ({count}) cihazınızda veri saklayabilir ve hakkınızda veri alabilir. Fikrinizi istediğiniz zaman “Gizlilik seçimleri” bölümünde değiştirebilirsiniz.',
  bannerNew: 'Kararınızdan sonra yeni: {names}.',
  acceptAll: 'Tümünü kabul et',
  rejectAll: 'Tümünü reddet',
  choose: 'Seç',
  chatStart: 'Sohbeti başlat',
  chatUnavailable: 'Sohbet şu anda açılamıyor.',
  preferences: 'Gizlilik seçimleri',
  signalShort: 'gizlilik sinyaline uyuluyor',
  preferencesFailed: 'Gizlilik seçimleri açılmadı. Bağlantınızı denetleyip yeniden deneyin.',
  frameShow: '“{title}” göster',
  frameFailed: '{name} yüklenmedi. Bu tarayıcıda, bu ağda veya bu sitenin ayarlarında bir şey onu engelliyor.',
  frameProvider: 'Bunu {operator} sağlar. Yalnızca izin verirseniz yüklenir.',
  frameAllow: 'İzin ver: {name}',
  frameRemoved: '{name} bu sayfadan kaldırıldı. Kendi sitesinde sakladıklarını bu sayfa silemez.',
}

export const later = () => [import('./tr-chat.ts'), import('./tr-preferences.ts'), import('./tr-record.ts')] as const
