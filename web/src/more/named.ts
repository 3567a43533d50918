// What was named in a form, as the server takes it.
import type { Options } from "../shapes";

export type Named = Record<string, string | boolean>;

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
