import CICal

/// A component of libical's tree; lives as long as the tree does.
struct ICalComponent {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    var kind: icalcomponent_kind { icalcomponent_isa(pointer) }

    func components(_ kind: icalcomponent_kind) -> [ICalComponent] {
        var found: [ICalComponent] = []
        var next = icalcomponent_get_first_component(pointer, kind)
        while let component = next {
            found.append(ICalComponent(component))
            next = icalcomponent_get_next_component(pointer, kind)
        }
        return found
    }

    func properties(_ kind: icalproperty_kind) -> [ICalProperty] {
        var found: [ICalProperty] = []
        var next = icalcomponent_get_first_property(pointer, kind)
        while let property = next {
            found.append(ICalProperty(pointer: property, component: pointer))
            next = icalcomponent_get_next_property(pointer, kind)
        }
        return found
    }

    /// The value of the first property of a kind whose values are texts.
    func text(_ kind: icalproperty_kind) -> String? { properties(kind).first?.text }
}

struct ICalProperty {
    let pointer: OpaquePointer
    let component: OpaquePointer

    /// The value without its escapes; `nil` for a value that is no text.
    var text: String? {
        guard let value = icalproperty_get_value(pointer), let text = icalvalue_get_text(value) else { return nil }
        return String(cString: text)
    }

    /// The value as the file writes it.
    var written: String {
        guard let text = icalproperty_get_value_as_string_r(pointer) else { return "" }
        defer { icalmemory_free_buffer(text) }
        return String(cString: text)
    }

    /// The zone that the file names for this time.
    var zoneName: String? {
        guard let parameter = icalproperty_get_first_parameter(pointer, ICAL_TZID_PARAMETER),
            let name = icalparameter_get_tzid(parameter)
        else { return nil }
        return String(cString: name)
    }

    /// A date or a time with its zone; normalised, so that 30 February has become 2 March.
    var time: icaltimetype { icalproperty_get_datetime_with_component(pointer, component) }
}
