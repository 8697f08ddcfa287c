import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: '您的隱私選擇',
  bannerText:
    '其他公司的服務（{count}）可能會在您的裝置上儲存資料，並接收與您有關的資料。您可以隨時在「隱私選項」中變更。',
  bannerNew: '自您上次選擇後新增：{names}。',
  acceptAll: '全部接受',
  rejectAll: '全部拒絕',
  choose: '選擇',
  chatStart: '開始聊天',
  chatUnavailable: '目前無法開啟聊天。',
  preferences: '隱私選項',
  signalShort: '已遵從隱私訊號',
  preferencesFailed: '隱私選項無法開啟。請檢查網路連線後再試一次。',
  frameShow: '顯示「{title}」',
  frameFailed: '{name} 無法載入。此瀏覽器、網路或此網站的設定中有內容阻擋了它。',
  frameProvider: '此內容由 {operator} 提供，只有在您允許後才會載入。',
  frameAllow: '允許 {name}',
  frameRemoved: '已從此頁面移除 {name}。它保存在自己網站上的內容，此頁面無法刪除。',
}

export const later = () =>
  [import('./zh-Hant-chat.ts'), import('./zh-Hant-preferences.ts'), import('./zh-Hant-record.ts')] as const
