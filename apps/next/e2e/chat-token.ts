/** What the site's server signs with and the chat's service knows. No browser ever gets it. */
export const chatToken = 'device-token-of-these-tests'
