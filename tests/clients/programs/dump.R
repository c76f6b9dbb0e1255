escaped <- function(text) {
  text <- gsub("\\", "\\\\", text, fixed = TRUE)
  gsub("\t", "\\t", gsub("\n", "\\n", text, fixed = TRUE), fixed = TRUE)
}

cells <- function(column) {
  kind <- if (inherits(column, "Date")) "date" else typeof(column)
  kind <- c(date = "date", integer = "integer", double = "number", character = "string", logical = "logical")[[kind]]
  text <- if (kind == "number") vapply(column, format, "", digits = 15, scientific = FALSE) else as.character(column)
  missing <- is.na(column)
  ifelse(missing, "null\t", paste0(kind, "\t", escaped(text)))
}

article <- function(path) {
  text <- readChar(path, file.size(path), useBytes = TRUE)
  Encoding(text) <- "UTF-8"
  text
}

texts <- vapply(tables$sources$path, article, "")
names(texts) <- tables$sources$source_id
out <- file("/dev/stdout", "wb")
for (name in commandArgs(trailingOnly = TRUE)) {
  table <- as.data.frame(tables[[name]])
  at <- paste(name, seq_len(nrow(table)), sep = "\t")
  lines <- lapply(names(table), function(column) paste(at, column, cells(table[[column]]), sep = "\t"))
  if ("start" %in% names(table)) {
    cut <- substr(texts[table$source_id], table$start + 1, table$end)
    lines[[length(lines) + 1]] <- paste(at, "article[start:end]", "string", escaped(cut), sep = "\t")
  }
  for (row in seq_len(nrow(table))) for (line in lines) writeLines(enc2utf8(line[row]), out, useBytes = TRUE)
}
close(out)
