export { defineChatVendor, defineVendor } from './define.ts'
