from dump import cut, show


def plain(value):
    return value.decode("utf-8") if isinstance(value, bytes) else value


rows = {
    name: [{column.split("/")[1]: plain(value) for column, value in row.items()} for row in found]
    for name, found in tables.items()
}
show(rows, cut(rows))
