export { createReceipt, type ReceiptOptions } from './create-receipt.ts'
export { eraseRecord } from './erase-record.ts'
export { importReceipt } from './import-receipt.ts'
export { keepWording, type KeptWording } from './kept-wording.ts'
export type {
  Receipt,
  ReceiptController,
  ReceiptEvent,
  ReceiptParty,
  ReceiptPurpose,
  ReceiptStoredItem,
  ReceiptWording,
  Unknown,
} from './receipt.ts'
export { storedIn, type StoredPlace } from './stored-in.ts'
export { hashOf, wordingText, type Wording } from './wording.ts'
