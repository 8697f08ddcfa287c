import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: '您的隐私选择',
  bannerText:
    '其他公司的服务（{count}）可能会在您的设备上存储数据，并接收与您有关的数据。您可以随时在“隐私选项”中更改。',
  bannerNew: '自您上次选择后新增：{names}。',
  acceptAll: '全部接受',
  rejectAll: '全部拒绝',
  choose: '选择',
  chatStart: '开始聊天',
  chatUnavailable: '目前无法打开聊天。',
  preferences: '隐私选项',
  signalShort: '已遵从隐私信号',
  preferencesFailed: '隐私选项未能打开。请检查网络连接后重试。',
  frameShow: '显示“{title}”',
  frameFailed: '{name} 未能加载。此浏览器、网络或此网站的设置中有内容阻止了它。',
  frameProvider: '此内容由 {operator} 提供，只有在您允许后才会加载。',
  frameAllow: '允许 {name}',
  frameRemoved: '已从此页面移除 {name}。它保存在自己网站上的内容，此页面无法删除。',
}

export const later = () =>
  [import('./zh-Hans-chat.ts'), import('./zh-Hans-preferences.ts'), import('./zh-Hans-record.ts')] as const
