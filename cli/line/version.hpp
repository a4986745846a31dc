#pragma once

namespace promptctl::cli {

// Of promptctl: "0.1.0".
const char* version();

}  // namespace promptctl::cli
