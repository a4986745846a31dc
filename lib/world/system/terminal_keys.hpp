#pragma once

#include <termios.h>

#include "ports/keys.hpp"

namespace promptctl {

// Standard input, which must be a terminal. It gives each key as it is pressed, unechoed, from the first one asked for
// until this is gone.
class TerminalKeys : public Keys {
 public:
  TerminalKeys() = default;
  ~TerminalKeys() override;
  TerminalKeys(const TerminalKeys&) = delete;
  TerminalKeys& operator=(const TerminalKeys&) = delete;

  Key next() override;

 private:
  void take_over();

  termios former_{};
  bool is_taken_ = false;
};

}  // namespace promptctl
