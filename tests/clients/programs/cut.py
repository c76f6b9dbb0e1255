from dump import cut, show

rows = {name: [row.to_dict() for row in found] for name, found in tables.items()}
show(rows, cut(rows))
