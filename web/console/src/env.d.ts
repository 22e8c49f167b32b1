/// <reference lib="esnext.temporal" />
/// <reference types="vite/client" />
