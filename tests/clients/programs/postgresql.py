"""Print the statements with which the descriptor's tables are made in PostgreSQL, without a server or its driver."""

import sqlalchemy
from frictionless import Package
from frictionless.formats.sql.mapper import SqlMapper

tables = sqlalchemy.MetaData()
for resource in Package("datapackage.json").resources:
    SqlMapper("postgresql").write_schema(resource.schema, table_name=resource.name).to_metadata(tables)
engine = sqlalchemy.create_mock_engine("postgresql://", lambda made, *_: print(made.compile(dialect=engine.dialect)))
tables.create_all(engine, checkfirst=False)
raise SystemExit
