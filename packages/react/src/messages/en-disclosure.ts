/** English of what vendors receive and store, shown before a decision. */
export const english = {
  dataKinds: {
    messages: 'your messages',
    attachments: 'files you attach',
    identity: 'your name and e-mail address, if you give them',
    'page-address': 'the address of the page',
    referrer: 'the page you came from',
    browser: 'details of your browser and device',
    'ip-address': 'your IP address',
    'visitor-id': 'a number by which it recognises your browser',
    usage: 'how you use the page',
  },
  purposes: {
    'visitor-id': 'a number that recognises your browser',
    session: 'the state of your conversation',
    settings: 'settings of the service',
    unpublished: 'data whose purpose the provider does not publish',
  },
  policy: 'Privacy policy of {name}',
} as const
