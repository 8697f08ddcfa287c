import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addressMatcher } from './address.ts'
import { createAuthor } from './author.ts'
import { watchNodes, type NodeWatch } from './watch-nodes.ts'

const isVendors = addressMatcher(['chat.acme.test'])

function add(tag: string, attributes: Readonly<Record<string, string>>, parent: ParentNode = document.body): Element {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value)
  parent.append(node)
  return node
}

const empty = (): void => {
  document.head.replaceChildren()
  document.body.replaceChildren()
}

let watches: NodeWatch[] = []

function watch(selectors: readonly string[]): NodeWatch {
  const nodes = watchNodes(window, createAuthor(isVendors, ''), isVendors, selectors)
  watches.push(nodes)
  return nodes
}

beforeEach(empty)

afterEach(() => {
  for (const nodes of watches.splice(0)) nodes.stop()
  empty()
})

describe('watchNodes', () => {
  it('finds nothing on a page without the vendor', () => {
    add('div', { id: 'app' })
    add('script', { src: '/app.js' })
    const nodes = watch(['#acme-chat'])
    expect(nodes.find()).toEqual([])
    expect(nodes.sweep()).toEqual([])
    expect(document.querySelectorAll('#app, script')).toHaveLength(2)
  })

  it('removes the nodes that the vendor is known to add', () => {
    const nodes = watch(['#acme-chat', '.acme-bubble'])
    add('div', { id: 'acme-chat' })
    add('span', { class: 'acme-bubble' })
    expect(nodes.sweep()).toEqual([
      { kind: 'node', name: 'div#acme-chat' },
      { kind: 'node', name: 'span' },
    ])
    expect(document.body.childElementCount).toBe(0)
    expect(nodes.find()).toEqual([])
  })

  it.each([
    ['script', 'src'],
    ['iframe', 'src'],
    ['img', 'src'],
    ['link', 'href'],
  ])('removes a %s that loads from a host of the vendor', (tag, attribute) => {
    const nodes = watch([])
    add(tag, { [attribute]: 'https://chat.acme.test/file' }, document.head)
    expect(nodes.find()).toHaveLength(1)
    nodes.sweep()
    expect(document.head.childElementCount).toBe(0)
  })

  it('leaves what loads from hosts that only look like it', () => {
    const nodes = watch([])
    add('script', { src: 'https://evilchat.acme.test/x.js' })
    add('iframe', { src: 'https://chat.acme.test.evil.example/' })
    add('img', { src: '/chat.acme.test/x.png' })
    expect(nodes.sweep()).toEqual([])
    expect(document.body.childElementCount).toBe(3)
  })

  it('leaves links that a visitor can click: they load nothing', () => {
    add('a', { href: 'https://chat.acme.test/privacy' })
    expect(watch([]).sweep()).toEqual([])
    expect(document.body.childElementCount).toBe(1)
  })

  it('names a node once, also where it is known by two ways', () => {
    const nodes = watch(['#acme-chat', 'iframe'])
    add('iframe', { id: 'acme-chat', src: 'https://chat.acme.test/' })
    expect(nodes.find()).toEqual([{ kind: 'node', name: 'iframe#acme-chat' }])
  })

  it('finds again what comes back', () => {
    const nodes = watch(['#acme-chat'])
    const chat = add('div', { id: 'acme-chat' })
    nodes.sweep()
    document.body.append(chat)
    expect(nodes.find()).toEqual([{ kind: 'node', name: 'div#acme-chat' }])
  })

  it.each(['http://[', '//', 'https://', ''])('is not stopped by a node of the page with the address %j', (src) => {
    add('img', { src })
    add('script', { src: 'https://chat.acme.test/x.js' })
    const nodes = watch([])
    expect(nodes.sweep()).toEqual([{ kind: 'node', name: 'https://chat.acme.test/x.js' }])
    expect(document.body.childElementCount).toBe(1)
  })
})
