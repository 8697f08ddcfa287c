import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: '개인정보 보호 선택',
  bannerText:
    '다른 회사의 서비스({count})가 기기에 데이터를 저장하고 고객님에 관한 데이터를 받을 수 있습니다. “개인정보 보호 설정”에서 언제든지 변경할 수 있습니다.',
  bannerNew: '지난 선택 이후 새로 추가됨: {names}.',
  acceptAll: '모두 동의',
  rejectAll: '모두 거부',
  choose: '선택',
  chatStart: '채팅 시작',
  chatUnavailable: '지금은 채팅을 열 수 없습니다.',
  preferences: '개인정보 보호 설정',
  signalShort: '개인정보 보호 신호 반영됨',
  preferencesFailed: '개인정보 보호 설정이 열리지 않았습니다. 연결을 확인하고 다시 시도해 주세요.',
  frameShow: '“{title}” 표시',
  frameFailed: '{name}: 불러오지 못했습니다. 이 브라우저, 네트워크 또는 사이트 설정에서 차단되었습니다.',
  frameProvider: '제공업체는 {operator}입니다. 허용하신 경우에만 불러옵니다.',
  frameAllow: '{name} 허용',
  frameRemoved: '이 페이지에서 제거됨: {name}. 제공업체의 사이트에 저장된 것은 이 페이지에서 삭제할 수 없습니다.',
}

export const later = () => [import('./ko-chat.ts'), import('./ko-preferences.ts'), import('./ko-record.ts')] as const
