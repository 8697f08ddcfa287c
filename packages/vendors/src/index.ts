export { answerOf } from './answer-of.ts'
export { defineChatVendor, defineFrameVendor, defineVendor } from './define.ts'
