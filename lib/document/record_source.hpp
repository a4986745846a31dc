#pragma once

#include "document/value.hpp"

namespace promptctl {

// Where the records of a dataset come from, each as one map. Faults are reported, and their records left out.
class RecordSource {
 public:
  virtual ~RecordSource() = default;

  // False at the end.
  virtual bool next(Value& record) = 0;
};

}  // namespace promptctl
