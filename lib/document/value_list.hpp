#pragma once

#include "document/value.hpp"

namespace promptctl {

// What `to_value` makes of each item, in their order.
template <typename Items, typename ToValue>
Value list_of(const Items& items, const ToValue& to_value) {
  Value list = list_value({});
  for (const auto& item : items) {
    list.items.push_back(to_value(item));
  }
  return list;
}

}  // namespace promptctl
