import { useEffect, useState } from "preact/hooks";
import { go, inCase, trying } from "../actions";
import { ask } from "../session";
import type { Command, CommandList } from "../shapes";
import { useStore, type Screen } from "../store";
import { t } from "../words";
import { Ask } from "./Ask";
import { Exports } from "./Exports";
import { Line } from "./Line";
import { TakeIn } from "./TakeIn";

/** The screen of everything the program can do: asked here, done elsewhere, or by its line. */
export function MoreScreen() {
  const file = useStore((state) => state.file);
  const name = useStore((state) => state.case);
  const language = useStore((state) => state.language);
  const [list, setList] = useState<CommandList | null>(null);
  useEffect(() => {
    if (!name) return;
    const way = inCase(`/commands?file=${encodeURIComponent(file ?? "")}`);
    void trying(() => ask<CommandList>("GET", way)).then((found) => found && setList(found));
  }, [name, file, language]);
  const groups = [...new Set(list?.commands.map((command) => command.group))];
  return (
    <div class="more" data-testid="more">
      <section class="pane">
        <h1>{t("more.title")}</h1>
        <p>{t("more.about")}</p>
      </section>
      {list && file && <Exports list={list} />}
      <TakeIn />
      {groups.map((group) => (
        <section key={group} class="pane" aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{t(`more.group_${group}`)}</h2>
          {list?.commands.filter((command) => command.group === group)
            .map((command) => <Entry key={command.name} command={command} hasModel={file !== null} />)}
        </section>
      ))}
    </div>
  );
}

/** One command: what it does, and how it is done here. */
function Entry({ command, hasModel }: { command: Command; hasModel: boolean }) {
  const [open, setOpen] = useState(false);
  const id = `command-${command.name}`;
  return (
    <article class="command" data-testid={id} aria-labelledby={id}>
      <h3 id={id}>{t(`commands.${command.name}`)}</h3>
      <div class="formrow">
        {command.kind === "screen" && command.screen && (
          <button onClick={() => go(command.screen as Screen)}>{t("more.to_screen", { screen: t(`shell.${command.screen}`) })}</button>
        )}
        {command.kind === "ask" && (
          <button data-testid={`ask-${command.name}`} aria-expanded={open} disabled={!hasModel} onClick={() => setOpen(!open)}>
            {open ? t("more.hide") : t("more.ask")}
          </button>
        )}
        {command.kind === "export" && <a href="#exports" onClick={toExports}>{t("more.above")}</a>}
        <Line line={command.line} />
      </div>
      {open && <Ask command={command} />}
    </article>
  );
}

function toExports(event: Event): void {
  event.preventDefault();
  const exports = document.getElementById("exports");
  exports?.scrollIntoView();
  exports?.focus();
}
