#pragma once

namespace promptctl {

// For a std::unique_ptr: gives a C library's handle back with that library's own function.
template <auto free_function>
struct Freed {
  template <typename Handle>
  void operator()(Handle* handle) const {
    free_function(handle);
  }
};

}  // namespace promptctl
