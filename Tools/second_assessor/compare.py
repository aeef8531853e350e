"""What the program's status says and the second assessor does not, or the other way round."""


def chinese(text):
    return text.get("zh") if isinstance(text, dict) else text


def program_figures(status):
    """The figures of the status' JSON that are compared."""
    targets = {}
    for target in status["targets"]:
        figure = {key: target[key] for key in ("state", "required", "actual", "points", "of")}
        for row in target["members"] + target.get("units", []):
            name = row["member"] if "member" in row else row["unit"]["name"]
            figure[name] = {"state": row["state"], "points": row["points"], "parts": [[p["required"], p["actual"], p["state"]] for p in row["parts"]]}
        targets[target["id"]] = figure
    total = status["total"]
    figures = {"targets": targets, "total": {"points": total["points"], "of": total["of"], "grade": chinese(total["grade"])}, "members": {}, "units": {}}
    for row in status["members"]:
        figures["members"][row["member"]] = {"points": row["points"], "sum": row["sum"], "grade": chinese(row["grade"]), "headings": {h["id"]: h["points"] for h in row["headings"]}}
    for row in status.get("units", []):
        figures["units"][f"{row['unit']['kind']}:{row['unit']['name']}"] = {"points": row["points"], "sum": row["sum"], "grade": chinese(row["grade"])}
    return figures


def differences(status, ours, path="", theirs=None):
    """(path, the program's, ours) of each figure that is not the same."""
    theirs = program_figures(status) if theirs is None else theirs
    for key in dict.fromkeys([*theirs, *ours]):
        one, other = theirs.get(key), ours.get(key)
        if isinstance(one, dict) and isinstance(other, dict):
            yield from differences(None, other, f"{path}/{key}", one)
        elif one != other:
            yield f"{path}/{key}", one, other
