/** Of the styles that Vite's development server adds, and of nothing else. A page of yours has a new one for each response. */
export const nonce = 'stories'
