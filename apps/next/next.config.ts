import type { NextConfig } from 'next'

const config: NextConfig = {
  reactCompiler: true,
  poweredByHeader: false,
  experimental: {
    agentUpgrade: false,
  },
}

export default config
