import type { ReactNode } from 'react'

interface FactTableProps {
  readonly caption: string
  readonly columns: readonly string[]
  /** By key: the cells of each row, of which the first names it. */
  readonly rows: ReadonlyMap<string, readonly ReactNode[]>
}

/** A table whose rows become lists of labelled facts where the window is narrow. */
export function FactTable({ caption, columns, rows }: FactTableProps): ReactNode {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from(rows, ([key, [name, ...cells]]) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td key={columns[index + 1]} data-column={columns[index + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
