// The keys a model file may hold, for completion.
export const KEYS = [
  "satumeja", "title", "description", "question", "reading", "as_of", "names", "languages", "sources", "readings",
  "decision_makers", "infeasible", "irreversible", "coalesce", "states", "status_quo", "coalitions", "tables",
  "affected", "deadlines", "name", "options", "direction", "levels", "preferences", "ranking", "weights", "adjust",
  "red_lines", "moves", "shares", "unseen", "perceives", "statement", "because", "evidence", "greatly", "unknown",
  "inferred", "degree", "chance", "at_most_one", "at_least_one", "exactly_one", "requires", "condition", "pattern",
  "seats", "date", "until", "convenor", "agenda", "papers", "report", "dossier", "citation", "url",
];
