import { useState } from "preact/hooks";
import { isUnderWay, useJob } from "../parts/jobs";
import { Progress } from "../parts/Progress";
import { SheetView } from "../parts/SheetView";
import type { Command, Options } from "../shapes";
import { t } from "../words";
import { Field } from "./Field";

type Named = Record<string, string | boolean>;

/** What was named, as the server takes it; what is empty is left out. */
export function optionsOf(named: Named): Partial<Options> {
  const options: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(named)) {
    if (value === "" || value === false) continue;
    if (name === "steps" || name === "on")
      options[name] = String(value).split("\n").map((line) => line.trim()).filter(Boolean);
    else if (name === "most" || name === "profiles" || name === "seed" || name === "samples")
      options[name] = Number(value);
    else options[name] = value;
  }
  return options as Partial<Options>;
}

/** A question of the command line as a form, its progress and its answer. */
export function Ask({ command }: { command: Command }) {
  const [named, setNamed] = useState<Named>({});
  const work = useJob();
  const submit = (event: Event) => {
    event.preventDefault();
    work.begin(command.name, optionsOf(named));
  };
  return (
    <div class="asking">
      <form onSubmit={submit}>
        {command.options.map((name) => (
          <Field key={name} name={name} value={named[name] ?? ""} required={command.needs.includes(name)}
            onChange={(value) => setNamed({ ...named, [name]: value })} />
        ))}
        <button class="main" type="submit" data-testid={`go-${command.name}`} disabled={isUnderWay(work.job)}>{t("more.go")}</button>
      </form>
      <Progress work={work} />
      {work.job?.sheet && <SheetView sheet={work.job.sheet} />}
    </div>
  );
}
