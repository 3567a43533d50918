import type { Grid, Sheet } from "../shapes";

/** A page of headings, lines and tables. */
export function SheetView({ sheet }: { sheet: Sheet }) {
  return (
    <div class="sheetview" data-testid="sheet">
      {sheet.blocks.map((block, place) => {
        if (block.kind === "table" && block.table) return <GridView key={place} grid={block.table} />;
        if (block.kind === "heading") return <h3 key={place}>{block.text}</h3>;
        return <p key={place} data-indent={Math.min(4, Math.ceil((block.indent ?? 0) / 2))}>{block.text}</p>;
      })}
    </div>
  );
}

/** A table with its headings; it scrolls by itself where there is no room. */
export function GridView({ grid }: { grid: Grid }) {
  return (
    <div class="widebox" tabIndex={0} role="group" aria-label={grid.caption || grid.head[0] || undefined}>
      <table>
        {grid.caption && <caption>{grid.caption}</caption>}
        <thead><tr>{grid.head.map((head, place) => (head ? <th key={place} scope="col">{head}</th> : <td key={place} />))}</tr></thead>
        <tbody>
          {grid.rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, place) =>
                place === 0 ? <th key={place} scope="row">{cell}</th> : <td key={place}>{cell}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
