import type { StoredItem, Vendor } from '@askfirst/core'
import type { ReactNode } from 'react'
import { confidences, purposes, storageKinds } from './disclosure-words.ts'
import { FactTable } from './fact-table.tsx'

const columns = ['Name', 'Kind', 'Purpose', 'Stays', 'How sure']

export function StoredItems({ vendor }: { readonly vendor: Vendor }): ReactNode {
  const rows = vendor.disclosure.storage.map((item) => [`${item.kind} ${item.name}`, cellsOf(item)] as const)
  return <FactTable caption={`What ${vendor.name} keeps on your device`} columns={columns} rows={new Map(rows)} />
}

function cellsOf({ name, kind, host, purpose, days, confidence }: StoredItem): readonly ReactNode[] {
  const stays = days === null ? 'not published' : days === 0 ? 'for this visit' : `${days} days`
  const item = (
    <span key="name">
      <code>{name}</code>
      {host && ` (${host})`}
    </span>
  )
  return [item, storageKinds[kind], purposes[purpose], stays, confidences[confidence]]
}
