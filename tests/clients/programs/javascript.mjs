import { readFileSync } from "node:fs";

const escaped = (text) => text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
const two = (number) => String(number).padStart(2, "0");

function cell(value, field) {
  if (value === null) return ["null", ""];
  if (value instanceof Date) {
    return ["date", `${value.getFullYear()}-${two(value.getMonth() + 1)}-${two(value.getDate())}`];
  }
  if (typeof value === "number") return [field.type, String(value)]; // JavaScript has one type for both
  if (typeof value === "string") return ["string", escaped(value)];
  throw new TypeError(`${typeof value} is of no type that the tables have`);
}

const articles = {};
for (const source of tables.sources) articles[source.source_id] = readFileSync(source.path, "utf-8");
const lines = [];
for (const resource of dataset.resources) {
  const related = await resource.read({ keyed: true, relations: true });
  tables[resource.name].forEach((row, index) => {
    const place = [resource.name, index + 1];
    for (const field of resource.schema.fields) {
      lines.push([...place, field.name, ...cell(row[field.name], field)].join("\t"));
    }
    for (const key of resource.schema.foreignKeys) {
      const [name] = key.fields;
      const there = related[index][name];
      if (row[name] !== null && there[key.reference.fields[0]] !== row[name]) {
        throw new Error(`${place} ${name} leads to ${JSON.stringify(there)}`);
      }
    }
    if ("start" in row) {
      const text = articles[row.source_id].slice(row.start, row.end);
      lines.push([...place, "article[start:end]", "string", escaped(text)].join("\t"));
    }
  });
}
process.stdout.write(lines.map((line) => `${line}\n`).join(""));
