package framework

// PlannedApart is implemented by a resource with a nested map that can have thousands of
// elements. The framework's time to plan grows with the square of their number, so the
// provider's server plans such a map itself: the map has no defaults and no plan modifiers,
// in no element either.
type PlannedApart interface {
	// PlannedApart is the name of the attribute.
	PlannedApart() string
}
