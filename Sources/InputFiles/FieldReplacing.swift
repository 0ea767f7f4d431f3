extension Field {
  /// The field with the value at a path replaced: a variant of the input.
  ///
  /// Keys that contain points are found when they are already there. Mappings that the path lacks
  /// are added.
  ///
  /// - Parameters:
  ///   - path: keys joined by points, such as `market.shift`; its place is used for errors.
  ///   - value: the new value, from the same file.
  /// - Returns: the changed field.
  /// - Throws: ``InputError`` when the path leads through something that is not a mapping.
  public func replacing(_ path: Field, with value: Field) throws(InputError) -> Field {
    let keys = try path.text()
    guard
      let node = node.replacing(keys[...], at: path.node.offset, with: value.node)
    else {
      throw path.error("\(quoted(keys)) leads through a value that has no keys")
    }
    return Field(source: source, node: node, path: self.path)
  }
}

extension Field.Node {
  fileprivate func replacing(
    _ path: Substring, at keyOffset: Int, with value: Field.Node
  ) -> Field.Node? {
    guard case .mapping(var entries) = content else { return nil }
    let matches = entries.indices.filter { index in
      path == entries[index].key || path.hasPrefix(entries[index].key + ".")
    }
    if let index = matches.max(by: { entries[$0].key.utf8.count < entries[$1].key.utf8.count }) {
      let rest = path.dropFirst(entries[index].key.count + 1)
      let isLast = path == entries[index].key
      guard
        let changed = isLast
          ? value : entries[index].value.replacing(rest, at: keyOffset, with: value)
      else { return nil }
      entries[index].value = changed
    } else {
      let key = path.prefix { $0 != "." }
      let rest = path.dropFirst(key.count + 1)
      let empty = Field.Node(offset: keyOffset, content: .mapping([]))
      guard
        let added = rest.isEmpty ? value : empty.replacing(rest, at: keyOffset, with: value)
      else { return nil }
      entries.append(Field.Entry(key: String(key), keyOffset: keyOffset, value: added))
    }
    return Field.Node(offset: offset, content: .mapping(entries))
  }
}
