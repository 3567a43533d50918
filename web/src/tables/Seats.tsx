import { Letter } from "../parts/Maker";
import { useMakers } from "../parts/makers";
import type { TableShown } from "../shapes";
import { t } from "../words";

interface Props {
  tables: TableShown[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** The tables of the model, each with who sits there and whether anything is open. */
export function Seats({ tables, chosen, onChoose }: Props) {
  const maker = useMakers();
  return (
    <div class="seats" role="group" aria-label={t("tables.which")}>
      {tables.map((table) => (
        <button key={table.id} data-testid={`table-${table.id}`} aria-pressed={table.id === chosen}
          onClick={() => onChoose(table.id)}>
          <span class="letters">
            {table.seats.map((seat) => {
              const found = maker(seat);
              return found && <Letter key={seat} letter={found.letter} colour={found.colour} />;
            })}
          </span>
          <span>{table.name || t("tables.everybody")}</span>
          <span class="quiet">
            {table.seats.map((seat) => maker(seat)?.name ?? seat).join(", ")}
            {table.when && ` · ${table.when}`}
          </span>
          <span class="open" data-open={table.zone.length > 0}>
            {table.zone.length ? t("tables.zone", { count: table.zone.length }) : t("tables.shut")}
          </span>
        </button>
      ))}
    </div>
  );
}
