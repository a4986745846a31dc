#include "cli/line/version.hpp"

namespace promptctl::cli {

const char* version() {
  return PROMPTCTL_VERSION;
}

}  // namespace promptctl::cli
