export { standIns } from './vite/plugin.ts'
