import { useState } from "preact/hooks";
import { isUnderWay, useJob } from "../parts/jobs";
import { Progress } from "../parts/Progress";
import { SheetView } from "../parts/SheetView";
import type { Command } from "../shapes";
import { t } from "../words";
import { Field } from "./Field";
import { optionsOf, type Named } from "./named";

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
