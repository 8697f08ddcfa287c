import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'プライバシーの選択',
  bannerText:
    '他社のサービス（{count}）が、お使いの端末にデータを保存し、お客様に関するデータを受け取ることがあります。選択は「プライバシー設定」からいつでも変更できます。',
  bannerNew: '前回の選択より後に追加：{names}。',
  acceptAll: 'すべて同意する',
  rejectAll: 'すべて拒否する',
  choose: '選択する',
  chatStart: 'チャットを始める',
  chatUnavailable: '現在、チャットを開けません。',
  preferences: 'プライバシー設定',
  signalShort: 'プライバシー信号に対応済み',
  preferencesFailed: 'プライバシー設定を開けませんでした。接続を確認して、もう一度お試しください。',
  frameShow: '「{title}」を表示',
  frameFailed: '{name}を読み込めませんでした。このブラウザー、ネットワーク、またはサイトの設定の何かが妨げています。',
  frameProvider: 'これは{operator}が提供します。許可した場合にのみ読み込まれます。',
  frameAllow: '{name}を許可',
  frameRemoved:
    '{name}をこのページから取り除きました。提供元のサイトに保存されたものは、このページからは削除できません。',
}

export const later = () => [import('./ja-chat.ts'), import('./ja-preferences.ts'), import('./ja-record.ts')] as const
