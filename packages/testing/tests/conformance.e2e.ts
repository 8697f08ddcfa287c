import { expect, test } from '@playwright/test'
import { conformance } from '@askfirst/testing/conformance'
import { standInKayako, standInKustomer } from '@askfirst/testing/playwright'
import { serveParley } from './adapters/parley-service.ts'

conformance({
  test,
  expect,
  name: 'Kayako',
  page: { module: new URL('adapters/kayako.ts', import.meta.url) },
  serve: (context) => standInKayako(context, { subdomain: 'acme' }),
  loader: 'https://acme.kayakocdn.com/messenger',
  isLive: () => typeof (window as { kayako?: { maximize?: unknown } }).kayako?.maximize === 'function',
  window: (page) => page.frameLocator('#kayako-messenger-frame').getByLabel('Your message'),
})

conformance({
  test,
  expect,
  name: 'Kustomer',
  page: { module: new URL('adapters/kustomer.ts', import.meta.url) },
  serve: (context) => standInKustomer(context),
  loader: 'https://cdn.kustomerapp.com/chat-web/widget.js',
  isLive: () => typeof (window as { Kustomer?: { open?: unknown } }).Kustomer?.open === 'function',
  window: (page) => page.frameLocator('#kustomer-ui-sdk-iframe').getByLabel('Your message'),
})

conformance({
  test,
  expect,
  name: 'an adapter from outside',
  page: { module: new URL('adapters/parley.ts', import.meta.url) },
  serve: serveParley,
  loader: 'https://cdn.parley.test/parley.js',
  isLive: () => 'Parley' in window,
  window: (page) => page.getByText('What can we do for you?'),
})
