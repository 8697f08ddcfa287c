import './styles/layers.css'
import '@askfirst/react/styles.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/plants.css'
import './styles/pages.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
