### audit
