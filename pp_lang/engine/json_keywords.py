"""Which keywords of JSON Schema the engine enforces. Whatever is not in the list is refused."""

KEYWORDS = frozenset(
    {
        "type", "enum", "const", "anyOf", "properties", "required", "additionalProperties", "items",
        "prefixItems", "minItems", "maxItems", "minLength", "maxLength", "pattern", "minimum",
        "maximum", "description",
    }
)  # fmt: skip


def find_unenforced(schema: object) -> str | None:
    """Return what keeps `schema` from being enforced, in words; None if nothing does."""
    if not isinstance(schema, dict):
        return "a schema must be a JSON object"
    for keyword in sorted(schema):
        if keyword not in KEYWORDS:
            return f"the JSON Schema keyword `{keyword}` is not supported"
    if schema.get("additionalProperties", False) is not False:
        return "`additionalProperties` must be false"
    properties = schema.get("properties", {})
    options = schema.get("anyOf", [])
    places = schema.get("prefixItems", [])
    if not isinstance(properties, dict) or not isinstance(options, list):
        return "`properties` must be an object and `anyOf` a list"
    if not isinstance(places, list):
        return "`prefixItems` must be a list"
    parts = [*properties.values(), *options, *places]
    # `false` after `prefixItems` says that nothing follows, which is enforced.
    if "items" in schema and not (places and schema["items"] is False):
        parts.append(schema["items"])
    return next((found for part in parts if (found := find_unenforced(part)) is not None), None)
