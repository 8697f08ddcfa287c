export { answerOf } from './answer-of.ts'
export { defineChatVendor, defineVendor } from './define.ts'
