#pragma once

namespace promptctl {

// Whether the user asked to stop: 0 not, 1 finish what is in flight, 2 and more stop at once.
class Interruption {
 public:
  virtual ~Interruption() = default;
  virtual int requests() const = 0;
};

}  // namespace promptctl
