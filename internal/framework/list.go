package framework

import (
	"context"
	"iter"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/path"
)

// Listed is one object that a list resource found.
type Listed struct {
	// Identity has the values of the attributes that [IdentityBase] declares.
	Identity map[string]string
	// Name is what engines call the object.
	Name string
	// Model is the resource's model, with all its values.
	Model any
}

// ListResults answers a list request with objects, up to the engine's limit. An error from
// objects ends the list with a diagnostic, so that a partial list does not pass for a
// complete one.
func ListResults[T any](
	ctx context.Context, req list.ListRequest, objects iter.Seq2[T, error], listed func(T) Listed, explain func(error) diag.Diagnostic,
) iter.Seq[list.ListResult] {
	return func(push func(list.ListResult) bool) {
		left := req.Limit
		for object, err := range objects {
			if err != nil {
				push(list.ListResult{Diagnostics: diag.Diagnostics{explain(err)}})
				return
			}
			if !push(listResult(ctx, req, listed(object))) {
				return
			}
			if left--; left == 0 {
				return
			}
		}
	}
}

func listResult(ctx context.Context, req list.ListRequest, object Listed) list.ListResult {
	result := req.NewListResult(ctx)
	result.DisplayName = object.Name
	for name, value := range object.Identity {
		result.Diagnostics.Append(result.Identity.SetAttribute(ctx, path.Root(name), value)...)
	}
	if req.IncludeResource {
		result.Diagnostics.Append(result.Resource.Set(ctx, object.Model)...)
	}
	return result
}
