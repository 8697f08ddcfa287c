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
}

export const later = () =>
  [import('./zh-Hans-chat.ts'), import('./zh-Hans-preferences.ts'), import('./zh-Hans-record.ts')] as const
